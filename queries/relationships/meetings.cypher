// Who visited or met whom
//
// Visits, meetings, calls and talks, one row a sentence, the latest first, all of them or those of
// one actor, in a period where one is given. A row without a date of its own is kept only where no
// period is asked for. It does not prove what was discussed or agreed, and announced visits stand
// here beside those that took place: read the modality.
//
// @id meetings
// @param actor string null One side: id, name or alias; everybody when left out
// @param since date 0001 First day, month or year of the period
// @param until date 9999 Last day, month or year of the period
// @param limit integer 50 500 Rows at most
// @column visitor string Name of the one who travelled, or of one side of a meeting
// @column relationship string VISITED or MET_WITH
// @column visited string Name of the place, body or person visited or met
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
  WITH 1 AS everybody
  WHERE $actor IS NULL
  MATCH (:Entity)-[r:VISITED|MET_WITH]->(:Entity)
  RETURN r
  UNION ALL
  CALL () {
    // By id, else by name: the index finds its words, and the whole of it is compared.
    MATCH (a:Entity {id: $actor})
    RETURN a
    UNION
    MATCH (a:Entity {name: $actor})
    RETURN a
    UNION
    WITH '"' + replace(replace(coalesce($actor, ''), '\\', ' '), '"', ' ') + '"' AS words
    CALL db.index.fulltext.queryNodes('search', 'name:' + words + ' OR aliases:' + words)
    YIELD node AS a
    WHERE a:Entity
      AND (toLower(a.name) = toLower($actor)
           OR any(alias IN a.aliases WHERE toLower(alias) = toLower($actor)))
    RETURN a
  }
  MATCH (a)-[r:VISITED|MET_WITH]-(:Entity)
  RETURN DISTINCT r
}
// Seasons of EDTF (21 to 24) stand for their three northern months; winter for the whole year,
// since it may lie at either end. A date counts where any of its days may lie in the period.
WITH r, split(replace(replace(r.date, '~', ''), '?', ''), '/') AS span
WITH r,
     coalesce(left(span[0], 4)
              + {s21: '-03', s22: '-06', s23: '-09', s24: '-01'}['s' + substring(span[0], 5, 2)],
              replace(span[0], 'X', '0')) AS begins,
     coalesce(left(span[-1], 4)
              + {s21: '-05', s22: '-08', s23: '-11', s24: '-12'}['s' + substring(span[-1], 5, 2)],
              replace(replace(span[-1], 'X', '9'), '..', '9999')) AS ends
WHERE ($since = '0001' AND $until = '9999') OR (begins <= $until + '~' AND ends + '~' >= $since)
// Only what orders the rows is read of all of them, the rest of those that are shown.
WITH r, coalesce(begins, r.published_at) AS when, startNode(r).name AS visitor,
     endNode(r).name AS visited, r.id AS id
ORDER BY when DESC, visitor, visited, id
LIMIT $limit
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (who:Entity {id: r.asserted_by})
RETURN visitor, type(r) AS relationship, visited,
       r.date AS date, r.modality AS modality, coalesce(who.name, r.asserted_by) AS asserted_by,
       r.quote AS quote, d.title AS title, d.url AS url, d.published_at AS published_at,
       d.id AS document, r.id AS citation
ORDER BY when DESC, visitor, visited, citation
LIMIT $limit
