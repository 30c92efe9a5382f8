-- Booths that bear the same name of a hall, in the same part, stand in one hall from now on. It takes its first booth's id.
INSERT INTO halls (id, event_id, part_id, name, width, depth, step, picture_x, picture_y, picture_width, picture_opacity, is_picture_public, position, version)
SELECT min(id), event_id, part_id, hall, 2400, 1600, 50, 0, 0, 0, 50, 0, min(position), 0
FROM booths WHERE hall NOT IN ('{}', '') GROUP BY event_id, part_id, hall;
--> statement-breakpoint
UPDATE booths SET hall_id = (
	SELECT halls.id FROM halls
	WHERE halls.event_id = booths.event_id AND halls.part_id = booths.part_id AND halls.name = booths.hall
) WHERE hall NOT IN ('{}', '');
--> statement-breakpoint
ALTER TABLE `booths` DROP COLUMN `hall`;