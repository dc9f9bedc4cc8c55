// en: Open questions: lines that ask something and name DPO
// zh: 待解的问题：提到 DPO 的提问
// group: words
//
// $entity  "method/dpo"  an entity, by its id · 实体的 id
MATCH (:Entity {id: $entity})<-[:MENTIONS]-(passage:Passage)
WHERE passage.text CONTAINS '?' OR passage.text CONTAINS '？'
WITH DISTINCT passage
MATCH (document:Document)-[place:HAS]->(passage)
RETURN document.path AS document, place.line AS line, place.speaker AS speaker, passage.text AS text, passage.id AS passage
ORDER BY document, line, passage
LIMIT 200
