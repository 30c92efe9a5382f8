ALTER TABLE `exhibit_pictures` ADD `focus` text;--> statement-breakpoint
ALTER TABLE `files` ADD `formats` text;