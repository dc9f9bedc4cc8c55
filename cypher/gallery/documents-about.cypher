// en: Documents that say most about DPO
// zh: 哪些文档对 DPO 谈得最多
// group: words
//
// $entity  "method/dpo"  an entity, by its id · 实体的 id
MATCH (:Entity {id: $entity})<-[:MENTIONS]-(passage:Passage)
WITH DISTINCT passage
MATCH (passage)<-[:HAS]-(document:Document)
RETURN document.path AS document, document.date AS date, count(DISTINCT passage.id) AS passages
ORDER BY passages DESC, document
LIMIT 100
