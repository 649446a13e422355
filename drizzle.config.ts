import { defineConfig } from "drizzle-kit";

/** `npm run migration -- --name=what-changes` writes SQL to db/migrations; db/migrate.ts runs it. */
export default defineConfig({ dialect: "sqlite", schema: "./db/schema/*.ts", out: "./db/migrations" });
