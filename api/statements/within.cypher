// The limits of date and modality on `r`. Seasons of EDTF (21 to 24) stand for their three northern
// months; winter for the whole year, since it may lie at either end. A date counts where any of its
// days may lie in the period.
(size($modalities) = 0 OR r.modality IN $modalities)
AND (($since IS NULL AND $until IS NULL) OR any(
  span IN [split(replace(replace(coalesce(r.date, left(r.published_at, 10)), '~', ''), '?', ''), '/')]
  WHERE coalesce(left(span[0], 4)
                 + {s21: '-03', s22: '-06', s23: '-09', s24: '-01'}['s' + substring(span[0], 5, 2)],
                 replace(span[0], 'X', '0')) <= coalesce($until, '9999') + '~'
    AND coalesce(left(span[-1], 4)
                 + {s21: '-05', s22: '-08', s23: '-11', s24: '-12'}['s' + substring(span[-1], 5, 2)],
                 replace(replace(span[-1], 'X', '9'), '..', '9999')) + '~' >= coalesce($since, '0001')))
