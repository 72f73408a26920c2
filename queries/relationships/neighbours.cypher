// Who an actor is tied to, each tie with its sentence
//
// Every actor, place, treaty or event that a document puts in some relation to this actor, in
// either direction, with the sentence that says so. It does not prove that a tie exists: it shows
// that a document says it does, or denies it, so read the modality and ask on whose say-so. An
// actor without an answer may have ties that nobody wrote down here.
//
// @id neighbours
// @param actor string required The actor: id, name or alias
// @param types strings(relationship) [] Only such ties, as SIGNED; all when empty
// @param limit integer 50 500 Rows at most
// @column neighbour string Name of the other end
// @column neighbour_id string Its id
// @column source string Name of the one the relation starts from
// @column relationship string Type of the relation
// @column target string Name of the one it points to
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"actor": "Behrouz Mirkhalaf"}
CALL () {
  // By id, else by name: the index finds its words, and the whole of it is compared.
  MATCH (a:Entity {id: $actor})
  RETURN a
  UNION
  MATCH (a:Entity {name: $actor})
  RETURN a
  UNION
  WITH '"' + replace(replace($actor, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS a
  WHERE a:Entity
    AND (toLower(a.name) = toLower($actor)
         OR any(alias IN a.aliases WHERE toLower(alias) = toLower($actor)))
  RETURN a
}
MATCH (a)-[r]-(b:Entity)
// Cited relations have a place in a text; it is shorter to read than the quote.
WHERE r.start IS NOT NULL AND (size($types) = 0 OR type(r) IN $types)
// Only what orders the rows is read of all of them, the rest of those that are shown.
WITH r, b.name AS neighbour, b.id AS neighbour_id, type(r) AS relationship,
     r.published_at AS published, r.id AS id
ORDER BY neighbour, neighbour_id, relationship, published, id
LIMIT $limit
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN neighbour, neighbour_id,
       startNode(r).name AS source, relationship, endNode(r).name AS target,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY neighbour, neighbour_id, relationship, published_at, citation
LIMIT $limit
