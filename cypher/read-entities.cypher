// All entities.
MATCH (entity:Entity)
RETURN properties(entity) AS properties
