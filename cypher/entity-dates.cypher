// How often an entity is named on each day; a passage counts on the first day that it stands under.
//
// $id  of the entity
MATCH (:Entity {id: $id})<-[mention:MENTIONS]-(passage:Passage)
WITH passage, count(mention) AS named
MATCH (passage)<-[place:HAS]-(:Document)
WITH passage, named, min(place.date) AS date
WHERE date IS NOT NULL
RETURN date, sum(named) AS mentions
ORDER BY date
