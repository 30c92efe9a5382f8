-- Once a statement, not once a row: PostgreSQL would write a row of counts anew for every guest of a list.
CREATE FUNCTION "count_invitations"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		INSERT INTO "event_counts" ("event_id", "of", "part_id", "state", "n")
		SELECT "event_id", "of", "part_id", "state", sum("d") FROM (SELECT "event_id", 'invitation' AS "of", '' AS "part_id", "state" AS "state", 1 AS "d" FROM "added") AS "counted" GROUP BY "event_id", "of", "part_id", "state" ORDER BY "event_id", "of", "part_id", "state"
		ON CONFLICT ("event_id", "of", "part_id", "state") DO UPDATE SET "n" = "event_counts"."n" + excluded."n";
	ELSIF TG_OP = 'UPDATE' THEN
		INSERT INTO "event_counts" ("event_id", "of", "part_id", "state", "n")
		SELECT "event_id", "of", "part_id", "state", sum("d") FROM (SELECT "event_id", 'invitation' AS "of", '' AS "part_id", "state" AS "state", 1 AS "d" FROM "added" UNION ALL SELECT "event_id", 'invitation' AS "of", '' AS "part_id", "state" AS "state", -1 AS "d" FROM "removed") AS "counted" GROUP BY "event_id", "of", "part_id", "state" HAVING sum("d") <> 0 ORDER BY "event_id", "of", "part_id", "state"
		ON CONFLICT ("event_id", "of", "part_id", "state") DO UPDATE SET "n" = "event_counts"."n" + excluded."n";
	ELSE
		UPDATE "event_counts" AS "kept" SET "n" = "kept"."n" - "gone"."d"
		FROM (SELECT "event_id", 'invitation' AS "of", '' AS "part_id", "state" AS "state", count(*) AS "d" FROM "removed" GROUP BY 1, 2, 3, 4) AS "gone"
		WHERE ("kept"."event_id", "kept"."of", "kept"."part_id", "kept"."state") = ("gone"."event_id", "gone"."of", "gone"."part_id", "gone"."state");
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "count_invitations_added" AFTER INSERT ON "invitations" REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "count_invitations"();--> statement-breakpoint
CREATE TRIGGER "count_invitations_removed" AFTER DELETE ON "invitations" REFERENCING OLD TABLE AS "removed" FOR EACH STATEMENT EXECUTE FUNCTION "count_invitations"();--> statement-breakpoint
CREATE TRIGGER "count_invitations_changed" AFTER UPDATE ON "invitations" REFERENCING NEW TABLE AS "added" OLD TABLE AS "removed" FOR EACH STATEMENT EXECUTE FUNCTION "count_invitations"();--> statement-breakpoint
INSERT INTO "event_counts" ("event_id", "of", "part_id", "state", "n") SELECT "event_id", 'invitation', '', "state", count(*) FROM "invitations" GROUP BY "event_id", "state";--> statement-breakpoint
CREATE FUNCTION "count_attendees"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		INSERT INTO "event_counts" ("event_id", "of", "part_id", "state", "n")
		SELECT "event_id", "of", "part_id", "state", sum("d") FROM (SELECT "event_id", 'attendee' AS "of", '' AS "part_id", '' AS "state", 1 AS "d" FROM "added") AS "counted" GROUP BY "event_id", "of", "part_id", "state" ORDER BY "event_id", "of", "part_id", "state"
		ON CONFLICT ("event_id", "of", "part_id", "state") DO UPDATE SET "n" = "event_counts"."n" + excluded."n";
	ELSE
		UPDATE "event_counts" AS "kept" SET "n" = "kept"."n" - "gone"."d"
		FROM (SELECT "event_id", 'attendee' AS "of", '' AS "part_id", '' AS "state", count(*) AS "d" FROM "removed" GROUP BY 1, 2, 3, 4) AS "gone"
		WHERE ("kept"."event_id", "kept"."of", "kept"."part_id", "kept"."state") = ("gone"."event_id", "gone"."of", "gone"."part_id", "gone"."state");
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "count_attendees_added" AFTER INSERT ON "attendees" REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "count_attendees"();--> statement-breakpoint
CREATE TRIGGER "count_attendees_removed" AFTER DELETE ON "attendees" REFERENCING OLD TABLE AS "removed" FOR EACH STATEMENT EXECUTE FUNCTION "count_attendees"();--> statement-breakpoint
INSERT INTO "event_counts" ("event_id", "of", "part_id", "state", "n") SELECT "event_id", 'attendee', '', '', count(*) FROM "attendees" GROUP BY "event_id";--> statement-breakpoint
CREATE FUNCTION "count_attendances"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		INSERT INTO "event_counts" ("event_id", "of", "part_id", "state", "n")
		SELECT "event_id", "of", "part_id", "state", sum("d") FROM (SELECT "event_id", 'attendance' AS "of", "part_id" AS "part_id", "status" AS "state", 1 AS "d" FROM "added") AS "counted" GROUP BY "event_id", "of", "part_id", "state" ORDER BY "event_id", "of", "part_id", "state"
		ON CONFLICT ("event_id", "of", "part_id", "state") DO UPDATE SET "n" = "event_counts"."n" + excluded."n";
	ELSIF TG_OP = 'UPDATE' THEN
		INSERT INTO "event_counts" ("event_id", "of", "part_id", "state", "n")
		SELECT "event_id", "of", "part_id", "state", sum("d") FROM (SELECT "event_id", 'attendance' AS "of", "part_id" AS "part_id", "status" AS "state", 1 AS "d" FROM "added" UNION ALL SELECT "event_id", 'attendance' AS "of", "part_id" AS "part_id", "status" AS "state", -1 AS "d" FROM "removed") AS "counted" GROUP BY "event_id", "of", "part_id", "state" HAVING sum("d") <> 0 ORDER BY "event_id", "of", "part_id", "state"
		ON CONFLICT ("event_id", "of", "part_id", "state") DO UPDATE SET "n" = "event_counts"."n" + excluded."n";
	ELSE
		UPDATE "event_counts" AS "kept" SET "n" = "kept"."n" - "gone"."d"
		FROM (SELECT "event_id", 'attendance' AS "of", "part_id" AS "part_id", "status" AS "state", count(*) AS "d" FROM "removed" GROUP BY 1, 2, 3, 4) AS "gone"
		WHERE ("kept"."event_id", "kept"."of", "kept"."part_id", "kept"."state") = ("gone"."event_id", "gone"."of", "gone"."part_id", "gone"."state");
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "count_attendances_added" AFTER INSERT ON "attendances" REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "count_attendances"();--> statement-breakpoint
CREATE TRIGGER "count_attendances_removed" AFTER DELETE ON "attendances" REFERENCING OLD TABLE AS "removed" FOR EACH STATEMENT EXECUTE FUNCTION "count_attendances"();--> statement-breakpoint
CREATE TRIGGER "count_attendances_changed" AFTER UPDATE ON "attendances" REFERENCING NEW TABLE AS "added" OLD TABLE AS "removed" FOR EACH STATEMENT EXECUTE FUNCTION "count_attendances"();--> statement-breakpoint
INSERT INTO "event_counts" ("event_id", "of", "part_id", "state", "n") SELECT "event_id", 'attendance', "part_id", "status", count(*) FROM "attendances" GROUP BY "event_id", "part_id", "status";
