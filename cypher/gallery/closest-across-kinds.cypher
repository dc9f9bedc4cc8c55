// en: The closest pairs across kinds
// zh: 不同类别之间同现最紧密的实体
// group: company
//
// $least  1  the weight at least · 权重至少多少
MATCH (a:Entity)-[edge:CO_MENTION]->(b:Entity)
WHERE edge.weight >= $least
WITH a, edge, b, a.kind AS kind, b.kind AS otherKind
WHERE kind <> otherKind
RETURN a.name AS one, kind, b.name AS other, otherKind, edge.weight AS weight, edge.support AS support, a.id AS id, b.id AS otherId
ORDER BY weight DESC, id, otherId
LIMIT 50
