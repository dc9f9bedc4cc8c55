// The ids of all entities.
MATCH (node:Entity)
RETURN node.id AS id
