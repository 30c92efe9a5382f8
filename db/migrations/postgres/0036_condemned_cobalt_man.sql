ALTER TABLE "events" ADD COLUMN "booth_reminder_days" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "booth_overdue_days" integer;--> statement-breakpoint
ALTER TABLE "exhibit_teams" ADD COLUMN "reminded_for" text;--> statement-breakpoint
-- A lock on a form of the head is one on each of its fields from now on.
INSERT INTO exhibit_locks (exhibit_id, part, created_at)
SELECT locked.exhibit_id, fields.part, locked.created_at FROM exhibit_locks AS locked
JOIN (
	SELECT 'texts' AS form, 'title' AS part UNION ALL SELECT 'texts', 'summary' UNION ALL SELECT 'texts', 'organisationName'
	UNION ALL SELECT 'facts', 'sectors' UNION ALL SELECT 'facts', 'governorates' UNION ALL SELECT 'facts', 'contact'
	UNION ALL SELECT 'facts', 'links'
) AS fields ON fields.form = locked.part;
--> statement-breakpoint
DELETE FROM exhibit_locks WHERE part IN ('texts', 'facts');
