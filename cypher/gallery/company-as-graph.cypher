// en: The closest company of linear attention, as a graph
// zh: 与线性注意力同现最紧密的实体（画成图）
// group: company
//
// $entity  "method/linear-attention"  an entity, by its id · 实体的 id
// $most  30  rows at most · 最多几行
MATCH (center:Entity {id: $entity})-[met:CO_MENTION]-(other:Entity)
RETURN center, met, other
ORDER BY met.weight DESC, other.id
LIMIT $most
