// en: Pairs that met for the first time after a day
// zh: 某日之后第一次同现的实体
// group: time
//
// $since  "2023-06"  a year, a month or a day · 年、月或日
MATCH (a:Entity)-[met:CO_MENTION]->(b:Entity)
WHERE met.firstSeen >= $since
RETURN a.name AS one, b.name AS other, met.firstSeen AS firstMet, met.scope AS scope, met.weight AS weight, a.id AS id, b.id AS otherId
ORDER BY weight DESC, id, otherId
LIMIT 50
