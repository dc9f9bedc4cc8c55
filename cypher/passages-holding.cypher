// Passages that hold a text, letter by letter: for what no index of words has.
//
// $text   what they hold, in small letters
// $limit  at most this many
MATCH (passage:Passage)
WHERE toLower(passage.text) CONTAINS $text
RETURN passage.id AS id, passage.text AS text
ORDER BY id
LIMIT $limit
