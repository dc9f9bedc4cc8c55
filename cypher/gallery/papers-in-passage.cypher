// en: Papers that are named in the same passage as Mamba
// zh: 与 Mamba 同段出现的论文
// group: papers
//
// $entity  "model/mamba"  an entity, by its id · 实体的 id
MATCH (:Entity {id: $entity})<-[:MENTIONS]-(passage:Passage)
WITH DISTINCT passage
MATCH (passage)-[:MENTIONS]->(paper:Paper)
RETURN paper.name AS paper, count(DISTINCT passage.id) AS passages, paper.id AS id
ORDER BY passages DESC, id
LIMIT 200
