// Every sentence behind a tie between two actors
//
// All sentences that put the two in a relation, in the order of publication, whoever says it and
// however it is put. Ten sentences are not ten sources: articles repeat each other, so look at
// `asserted_by` and the documents before you count.
//
// @id sources
// @param source string required One end: id, name or alias
// @param target string required The other end: id, name or alias
// @param type string(relationship) null Only such ties, as SUPPLIES; all when left out
// @param limit integer 100 1000 Rows at most
// @column source string Name of the one the relation starts from
// @column relationship string Type of the relation
// @column target string Name of the one it points to
// @column start integer Where the sentence begins in the document's text
// @column end integer Where it ends
// @column extractor string Component that found it, with its version
// @column date date When what is said took place or holds, EDTF
// @column modality string asserted, denied, alleged or hypothetical
// @column asserted_by string Who says so; `document` for its narrator, `unknown` for nobody named
// @column quote string The sentence it rests on
// @column title string Title of the document
// @column url string Address of the document
// @column published_at date When the document was published
// @column document string Id of the document
// @column citation string Id of the citation, to verify it
// @example {"source": "Iran", "target": "Russia"}
CALL () {
  // By id, else by name: the index finds its words, and the whole of it is compared.
  MATCH (a:Entity {id: $source})
  RETURN a
  UNION
  MATCH (a:Entity {name: $source})
  RETURN a
  UNION
  WITH '"' + replace(replace($source, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS a
  WHERE a:Entity
    AND (toLower(a.name) = toLower($source)
         OR any(alias IN a.aliases WHERE toLower(alias) = toLower($source)))
  RETURN a
}
CALL () {
  MATCH (b:Entity {id: $target})
  RETURN b
  UNION
  MATCH (b:Entity {name: $target})
  RETURN b
  UNION
  WITH '"' + replace(replace($target, '\\', ' '), '"', ' ') + '"' AS words
  CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
  YIELD node AS b
  WHERE b:Entity
    AND (toLower(b.name) = toLower($target)
         OR any(alias IN b.aliases WHERE toLower(alias) = toLower($target)))
  RETURN b
}
MATCH (a)-[r]-(b)
WHERE r.quote IS NOT NULL AND ($type IS NULL OR type(r) = $type)
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN DISTINCT startNode(r).name AS source, type(r) AS relationship, endNode(r).name AS target,
       r.start AS start, r.end AS end, r.extractor AS extractor,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY published_at, document, start, citation
LIMIT $limit
