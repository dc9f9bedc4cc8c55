// How many entities there are.
MATCH (entity:Entity)
RETURN count(entity.id) AS total
