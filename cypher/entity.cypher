// One entity.
//
// $id  of the entity
MATCH (entity:Entity {id: $id})
RETURN properties(entity) AS properties
