// Passages whose words fit best.
//
// $text   the words; Chinese ones are compared by pairs of characters
// $limit  at most this many
CALL grafeo.search.text({label: 'Passage', property: 'text', query: $text, k: $limit}) YIELD node_id, score
MATCH (passage:Passage) WHERE id(passage) = node_id
RETURN passage.id AS id, passage.text AS text, score
ORDER BY score DESC, id
LIMIT $limit
