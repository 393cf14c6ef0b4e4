/** What must hold of the work after the commit, each as a query for the rows that break it (books-hold.ts). */
export const DELIVERY_BREACHES: Readonly<Record<string, string>> = {
  'what was asked for once is one job': `
    SELECT a.seq, a.action, a.entity_number FROM audit a WHERE
      (a.action LIKE '%.print' AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.key = 'PRINT:' || replace(a.action, '.print', '')
        || ':' || a.entity_id || ':' || a.commit_seq))
      OR (a.action LIKE '%.email' AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.key = 'MAIL:' || replace(a.action, '.email', '')
        || ':' || a.entity_id || ':' || a.commit_seq))`,
  'no job was made but by a commit that says who asked': `
    SELECT j.id, j.key FROM jobs j WHERE NOT EXISTS (SELECT 1 FROM commits c WHERE j.key LIKE '%:' || c.seq
      AND c.user_id IS j.requested_by AND c.verb IN ('transactions.create', 'payments.create', 'invoices.print',
        'invoices.printMany', 'invoices.email', 'invoices.emailMany', 'payments.printReceipt', 'payments.emailReceipt',
        'transactions.printDeliveryNote', 'distributions.print'))`,
  'each invoice has one job that draws it': `
    SELECT i.id FROM invoices i LEFT JOIN jobs j ON j.subject_kind = 'invoice' AND j.subject_id = i.id AND j.kind = 'RENDER'
    GROUP BY i.id HAVING count(j.id) <> 1`,
  'an invoice was printed and mailed as often as its jobs were done': `
    SELECT f.invoice_id, f.print_count, f.email_count FROM invoice_facts f WHERE
      f.print_count <> (SELECT count(*) FROM jobs WHERE subject_kind = 'invoice' AND subject_id = f.invoice_id
        AND kind = 'PRINT' AND state = 'done')
      OR f.email_count <> (SELECT count(*) FROM jobs WHERE subject_kind = 'invoice' AND subject_id = f.invoice_id
        AND kind = 'MAIL' AND state = 'done')
      OR (f.print_count = 0 AND f.printed_at IS NOT NULL) OR (f.email_count = 0) <> (f.emailed_at IS NULL)`,
  'what left the house is in the audit as often': `
    SELECT kind, number, sum(done) AS done, sum(noted) AS noted FROM (
      SELECT kind, subject_number AS number, 1 AS done, 0 AS noted FROM jobs WHERE state = 'done' AND kind <> 'RENDER'
      UNION ALL SELECT CASE WHEN action LIKE '%.mailed' THEN 'MAIL' ELSE 'PRINT' END, entity_number, 0, 1 FROM audit
        WHERE action LIKE '%.mailed' OR action LIKE '%.printed' OR action LIKE '%.handed to the printer')
    GROUP BY kind, number HAVING sum(done) <> sum(noted)`,
  'what left the house left by nobody in particular, unless somebody has seen it': `
    SELECT seq, action, user_id, after FROM audit
    WHERE (action LIKE '%.mailed' OR action LIKE '%.printed' OR action LIKE '%.handed to the printer')
      AND (user_id IS NULL) = (json_extract(after, '$.proof') LIKE '%has seen it.')`,
  'a job says who and whose it is': `
    SELECT j.id FROM jobs j WHERE j.requested_by IS NULL OR j.subject_number IS NULL OR (j.kind <> 'RENDER' AND j.target IS NULL)`,
};
