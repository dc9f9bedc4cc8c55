// en: Aliases of RWKV: every spelling in the notes, and how often
// zh: RWKV 的别名：笔记里的各种写法及次数
// group: words
//
// $entity  "model/rwkv"  an entity, by its id · 实体的 id
MATCH (entity:Entity {id: $entity})<-[mention:MENTIONS]-(:Passage)
RETURN mention.surface AS spelling, count(mention) AS mentions, entity.id AS id
ORDER BY mentions DESC, spelling
