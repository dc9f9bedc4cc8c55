// en: The newest entities, of any kind
// zh: 最近才出现的实体
// group: time
MATCH (entity:Entity)
WHERE entity.firstSeen IS NOT NULL
RETURN entity.name AS name, entity.kind AS kind, entity.firstSeen AS firstSeen, entity.mentions AS mentions, entity.id AS id
ORDER BY firstSeen DESC, mentions DESC, id
LIMIT 50
