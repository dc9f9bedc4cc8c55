// Removes entities that are no longer there, with all that hangs on them.
//
// $ids  of the entities
UNWIND $ids AS id
MATCH (node:Entity {id: id})
DETACH DELETE node
