ALTER TABLE `agenda_roles` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `agenda_sign_ups` ADD `moved_up_at` integer;--> statement-breakpoint
CREATE INDEX `agenda_sign_ups_untold` ON `agenda_sign_ups` (`moved_up_at`) WHERE "agenda_sign_ups"."moved_up_at" is not null;