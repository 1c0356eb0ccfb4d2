CREATE TABLE `requests` (
	`token` text NOT NULL,
	`key` text NOT NULL,
	`hash` text NOT NULL,
	`new_id` text NOT NULL,
	`at` text NOT NULL,
	`status` integer,
	`head` text,
	`body` text,
	FOREIGN KEY (`token`) REFERENCES `tokens`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_key` ON `requests` (`token`,`key`);--> statement-breakpoint
CREATE INDEX `requests_at` ON `requests` (`at`);--> statement-breakpoint
CREATE TABLE `token_notes` (
	`token` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`made_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`token`) REFERENCES `tokens`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`person` text NOT NULL,
	`scopes` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_hash` ON `tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `tokens_person` ON `tokens` (`person`);