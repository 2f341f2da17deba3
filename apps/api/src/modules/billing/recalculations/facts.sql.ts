/** The facts of a row `r` of recalculations, as the contract has them. */
export const FACTS = `
  CASE r.kind
    WHEN 'months' THEN json_build_object('kind', r.kind, 'from', to_char(r.first_period, 'YYYY-MM'),
      'to', to_char(r.last_period, 'YYYY-MM'))
    WHEN 'inspection' THEN json_build_object('kind', r.kind, 'meterId', r.meter_id, 'foundOn', r.found_on,
      'foundLitres', r.found_litres)
    ELSE json_build_object('kind', r.kind, 'foundOn', r.found_on, 'actNumber', r.act_number,
      'months', (extract(year FROM age(r.last_period + interval '1 month', r.first_period)) * 12
        + extract(month FROM age(r.last_period + interval '1 month', r.first_period)))::int)
  END`
