ALTER TABLE `answers` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `answers_invitation` ON `answers` (`invitation_id`,`at`);--> statement-breakpoint
CREATE INDEX `answers_event` ON `answers` (`event_id`,`at`);--> statement-breakpoint
ALTER TABLE `invitation_parts` ADD `status` text DEFAULT 'invited' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitation_parts` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `wrong_recipient_at` integer;