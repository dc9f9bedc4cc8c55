// en: How many entities there are of each kind
// zh: 各类实体的数量
// group: overview
MATCH (entity:Entity)
RETURN entity.kind AS kind, count(entity.id) AS entities
ORDER BY entities DESC, kind
