import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, plain } from "../web/static-file.ts";
import { createGuard, type Guard } from "./guard.ts";
import { createPushLine, refuseUpgrade } from "./push.ts";
import { route, type Served } from "./routes.ts";

export type Loopback = { url: string; port: number; close(): Promise<void> };

/** A request must arrive whole within half a minute, its head within ten seconds: nobody holds a line open. */
const limits = {
	headersTimeout: 10_000,
	requestTimeout: 30_000,
	keepAliveTimeout: 5_000,
	connectionsCheckingInterval: 2_000,
	maxHeaderSize: 16 * 1024,
};

/** Serves a core to browsers on this machine, on 127.0.0.1 only. `port` 0 takes a free one. */
export async function serveLoopback(served: Served, port: number): Promise<Loopback> {
	const server = createServer(limits);
	server.maxConnections = 128;
	await new Promise<void>((done, fail) => {
		server.once("error", fail).listen({ host: "127.0.0.1", port, exclusive: true }, () => done());
	});
	const taken = (server.address() as AddressInfo).port;
	const origin = `http://127.0.0.1:${taken}`;
	const guard = createGuard(origin, served.ports.random);
	const pushes = createPushLine(served.core);
	server.on("request", (request, response) => {
		respond(served, guard, request)
			.catch((cause: unknown) => {
				served.ports.log.error("host.request-failed", { message: String(cause) });
				return plain(500);
			})
			.then((answer) => write(request, response, answer));
	});
	server.on("upgrade", (request, socket, head) => {
		socket.on("error", () => socket.destroy());
		const ours = request.url === "/push" && request.headers.origin === origin;
		if (!ours || guard.foreign(request)) return refuseUpgrade(socket, "403 Forbidden");
		if (!guard.client(request)) return refuseUpgrade(socket, "401 Unauthorized");
		pushes.upgrade(request, socket, head);
	});
	const close = () => {
		pushes.close();
		const closed = new Promise<void>((done) => server.close(() => done()));
		server.closeIdleConnections();
		// An answer under way may finish; a line somebody holds open may not hold the workstation.
		const cancel = served.ports.timers.after(2_000, () => server.closeAllConnections());
		return closed.finally(cancel);
	};
	return { url: `${origin}/?token=${guard.token}`, port: taken, close };
}

async function respond(served: Served, guard: Guard, request: IncomingMessage): Promise<Answer> {
	const why = guard.foreign(request);
	if (why) {
		served.ports.log.warn("host.refused", { why });
		return plain(403);
	}
	// Taken as text: the URL parser would fold "/../" away before the path is judged.
	const [path = "/", search = ""] = (request.url ?? "/").split("?", 2);
	const token = path === "/" ? new URLSearchParams(search).get("token") : null;
	if (token !== null && request.method === "GET") {
		const cookie = guard.admit(token);
		return cookie ? plain(303, { location: "/", "set-cookie": cookie }) : plain(401);
	}
	const client = guard.client(request);
	return client ? route(served, request, { host: "loopback", client }, path) : plain(401);
}

function write(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
	// What is left of an upload that was too large is read to nowhere, or its sender would never see the answer.
	if (answer.status === 413) request.resume();
	else if (!request.complete) response.setHeader("connection", "close");
	response.writeHead(answer.status, answer.headers);
	response.end(request.method === "HEAD" ? undefined : answer.body);
}
