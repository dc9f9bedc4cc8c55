// en: Methods that arrived after a day, and which documents name them
// zh: 某日之后才出现的方法，以及哪些文档提到它们
// group: time
//
// $since  "2023-06"  a year, a month or a day · 年、月或日
MATCH (method:Method)
WHERE method.firstSeen >= $since
MATCH (method)<-[:MENTIONS]-(passage:Passage)
WITH DISTINCT method, passage
MATCH (passage)<-[:HAS]-(document:Document)
WITH DISTINCT method, document.path AS document
ORDER BY document
RETURN method.name AS method, method.firstSeen AS firstSeen, collect(document) AS documents, method.id AS id
ORDER BY firstSeen DESC, id
LIMIT 100
