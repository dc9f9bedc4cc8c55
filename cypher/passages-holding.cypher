// Passages that hold a text, letter by letter: for what is too short for an index of pairs.
//
// $text   what they hold
// $limit  at most this many
MATCH (passage:Passage)
WHERE passage.text CONTAINS $text
RETURN passage.id AS id, passage.text AS text
ORDER BY id
LIMIT $limit
