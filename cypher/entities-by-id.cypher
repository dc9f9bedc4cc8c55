// Some entities.
//
// $ids  of the entities
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN properties(entity) AS properties
