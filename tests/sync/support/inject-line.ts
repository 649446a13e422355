/** A line straight into a real archive: its routes, without a port. What a network does to it is up to the wrapper. */

import type { ArchiveServer } from "../../../archive/server/server.ts";
import { type Line, LineDown, type Said } from "../../../main/sync/line.ts";

export function injectLine(server: () => ArchiveServer | undefined): Line {
	return {
		async ask({ method, path, headers = {}, body, binary }): Promise<Said> {
			const there = server();
			if (!there) throw new LineDown("the archive is down");
			const payload = typeof body === "string" || body === undefined ? body : Buffer.from(body);
			const answer = await there.app.inject({
				method,
				url: path,
				headers,
				...(payload === undefined ? {} : { payload }),
			});
			const said = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
			const { statusCode: status } = answer;
			if (binary && status < 400) return { status, headers: said, body: "", bytes: answer.rawPayload };
			return { status, headers: said, body: answer.body };
		},
	};
}
