CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook` text NOT NULL,
	`seq` integer,
	`claim` text,
	`event` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`again` integer NOT NULL,
	`added_at` text NOT NULL,
	`next_at` text,
	`leased_until` text,
	`tried_at` text,
	`ms` integer,
	`answer_status` integer,
	`answer` text,
	`why` text,
	`revision` integer NOT NULL,
	FOREIGN KEY (`webhook`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_seq` ON `deliveries` (`webhook`,`seq`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`webhook`,`status`,`next_at`);--> statement-breakpoint
CREATE INDEX `deliveries_order` ON `deliveries` (`webhook`,`claim`,`status`,`seq`);--> statement-breakpoint
CREATE INDEX `deliveries_listed` ON `deliveries` (`webhook`,`added_at`,`id`);--> statement-breakpoint
CREATE TABLE `password_links` (
	`person` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `password_links_token` ON `password_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `webhook_states` (
	`webhook` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`former_secret` text,
	`former_until` text,
	`cursor` integer NOT NULL,
	FOREIGN KEY (`webhook`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`name` text NOT NULL,
	`origin` text NOT NULL,
	`address` text NOT NULL,
	`events` text NOT NULL,
	`status` text NOT NULL,
	`secret_at` text NOT NULL,
	`added_at` text NOT NULL
);
