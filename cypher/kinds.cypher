// How many entities there are of each kind.
MATCH (entity:Entity)
RETURN entity.kind AS kind, count(entity.id) AS total
ORDER BY kind
