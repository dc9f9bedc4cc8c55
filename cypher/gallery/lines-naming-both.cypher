// en: Lines that name both length extrapolation and YaRN
// zh: 同时提到长度外推和 YaRN 的原文
// group: words
//
// $a  "concept/length-extrapolation"  one entity, by its id · 一个实体的 id
// $b  "method/yarn"  the other · 另一个实体的 id
MATCH (:Entity {id: $a})<-[:MENTIONS]-(passage:Passage)
WITH DISTINCT passage
MATCH (passage)-[:MENTIONS]->(:Entity {id: $b})
WITH DISTINCT passage
MATCH (document:Document)-[place:HAS]->(passage)
RETURN document.path AS document, place.line AS line, place.speaker AS speaker, passage.text AS text, passage.id AS passage
ORDER BY document, line, passage
LIMIT 200
