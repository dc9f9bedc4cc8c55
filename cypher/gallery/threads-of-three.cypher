// en: Threads where three methods or more meet
// zh: 三种以上方法同场讨论的话题
// group: words
//
// $least  3  methods at least · 至少几种方法
MATCH (document:Document)-[place:HAS]->(passage:Passage)
WITH DISTINCT document.path AS document, place.thread AS thread, passage
MATCH (passage)-[:MENTIONS]->(method:Method)
WITH DISTINCT document, thread, method.name AS method, method.id AS methodId
ORDER BY document, thread, methodId
WITH document, thread, collect(method) AS methods
WHERE size(methods) >= $least
RETURN document, size(methods) AS count, methods, thread AS threadId
ORDER BY count DESC, document, threadId
LIMIT 100
