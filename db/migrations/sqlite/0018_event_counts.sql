CREATE TRIGGER `count_invitation_added` AFTER INSERT ON `invitations` BEGIN
	INSERT INTO `event_counts` (`event_id`, `of`, `part_id`, `state`, `n`) VALUES (new.`event_id`, 'invitation', '', new.`state`, 1)
	ON CONFLICT (`event_id`, `of`, `part_id`, `state`) DO UPDATE SET `n` = `n` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `count_invitation_removed` AFTER DELETE ON `invitations` BEGIN
	UPDATE `event_counts` SET `n` = `n` - 1 WHERE `event_id` = old.`event_id` AND `of` = 'invitation' AND `part_id` = '' AND `state` = old.`state`;
END;--> statement-breakpoint
CREATE TRIGGER `count_invitation_changed` AFTER UPDATE OF `state` ON `invitations` WHEN old.`state` <> new.`state` BEGIN
	UPDATE `event_counts` SET `n` = `n` - 1 WHERE `event_id` = old.`event_id` AND `of` = 'invitation' AND `part_id` = '' AND `state` = old.`state`;
	INSERT INTO `event_counts` (`event_id`, `of`, `part_id`, `state`, `n`) VALUES (new.`event_id`, 'invitation', '', new.`state`, 1)
	ON CONFLICT (`event_id`, `of`, `part_id`, `state`) DO UPDATE SET `n` = `n` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `count_attendee_added` AFTER INSERT ON `attendees` BEGIN
	INSERT INTO `event_counts` (`event_id`, `of`, `part_id`, `state`, `n`) VALUES (new.`event_id`, 'attendee', '', '', 1)
	ON CONFLICT (`event_id`, `of`, `part_id`, `state`) DO UPDATE SET `n` = `n` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `count_attendee_removed` AFTER DELETE ON `attendees` BEGIN
	UPDATE `event_counts` SET `n` = `n` - 1 WHERE `event_id` = old.`event_id` AND `of` = 'attendee' AND `part_id` = '' AND `state` = '';
END;--> statement-breakpoint
CREATE TRIGGER `count_attendance_added` AFTER INSERT ON `attendances` BEGIN
	INSERT INTO `event_counts` (`event_id`, `of`, `part_id`, `state`, `n`) VALUES (new.`event_id`, 'attendance', new.`part_id`, new.`status`, 1)
	ON CONFLICT (`event_id`, `of`, `part_id`, `state`) DO UPDATE SET `n` = `n` + 1;
END;--> statement-breakpoint
CREATE TRIGGER `count_attendance_removed` AFTER DELETE ON `attendances` BEGIN
	UPDATE `event_counts` SET `n` = `n` - 1 WHERE `event_id` = old.`event_id` AND `of` = 'attendance' AND `part_id` = old.`part_id` AND `state` = old.`status`;
END;--> statement-breakpoint
CREATE TRIGGER `count_attendance_changed` AFTER UPDATE OF `status` ON `attendances` WHEN old.`status` <> new.`status` BEGIN
	UPDATE `event_counts` SET `n` = `n` - 1 WHERE `event_id` = old.`event_id` AND `of` = 'attendance' AND `part_id` = old.`part_id` AND `state` = old.`status`;
	INSERT INTO `event_counts` (`event_id`, `of`, `part_id`, `state`, `n`) VALUES (new.`event_id`, 'attendance', new.`part_id`, new.`status`, 1)
	ON CONFLICT (`event_id`, `of`, `part_id`, `state`) DO UPDATE SET `n` = `n` + 1;
END;--> statement-breakpoint
INSERT INTO `event_counts` (`event_id`, `of`, `part_id`, `state`, `n`) SELECT `event_id`, 'invitation', '', `state`, count(*) FROM `invitations` GROUP BY `event_id`, `state`;--> statement-breakpoint
INSERT INTO `event_counts` (`event_id`, `of`, `part_id`, `state`, `n`) SELECT `event_id`, 'attendee', '', '', count(*) FROM `attendees` GROUP BY `event_id`;--> statement-breakpoint
INSERT INTO `event_counts` (`event_id`, `of`, `part_id`, `state`, `n`) SELECT `event_id`, 'attendance', `part_id`, `status`, count(*) FROM `attendances` GROUP BY `event_id`, `part_id`, `status`;
