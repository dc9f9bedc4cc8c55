// How many entities there are of each kind · 各类实体的数量
MATCH (entity:Entity)
RETURN entity.kind AS kind, count(entity.id) AS entities
ORDER BY entities DESC, kind
