// The days that documents tell of: a day for each dated heading, else the document's own. Undated ones are not told.
MATCH (document:Document)-[place:HAS]->(:Passage)
WHERE place.date IS NOT NULL
RETURN DISTINCT document.id AS document, place.date AS date
