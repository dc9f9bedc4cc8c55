// Passages whose words fit best.
//
// $text   the words, in Lucene's syntax; Chinese ones are compared by pairs of characters
// $limit  at most this many
CALL db.index.fulltext.queryNodes('passage_text', $text, {limit: $limit}) YIELD node, score
RETURN node.id AS id, node.text AS text, score
ORDER BY score DESC, id
LIMIT $limit
