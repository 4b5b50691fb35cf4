package dev.connexions.meta.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The one listener: reads a call, has it dealt with, and lets happen what comes of it. */
public final class Listener implements AutoCloseable {

    private static final String SECURE = "secure";
    private static final long MAX_BODY = 1 << 26;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Connections connections = new Connections();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Handler handler;
    private final WebServer server;

    /** @param port 0 takes any that is free */
    public record Secure(int port, SSLContext context) {}

    /** Whoever deals with the calls. */
    public interface Handler {

        Reaction handle(Call call);

        Answer unreadable(String why);
    }

    /** @param secure where it speaks HTTPS too, if anywhere */
    public Listener(String host, int port, @Nullable Secure secure, Handler handler) {
        this.handler = handler;
        var builder = WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .featuresDiscoverServices(false)
                .maxPayloadSize(MAX_BODY)
                .connectionOptions(connections)
                .routing(routing -> routing.any(this::handle));
        if (secure != null) {
            builder.putSocket(
                    SECURE,
                    socket -> socket.host(host)
                            .port(secure.port())
                            .shutdownGracePeriod(GRACE)
                            .maxPayloadSize(MAX_BODY)
                            .connectionOptions(connections)
                            .tls(tls -> tls.sslContext(secure.context()))
                            .routing(routing -> routing.any(this::handle)));
        }
        server = builder.build().start();
        // by itself the server merely logs that it cannot listen
        if (!server.isRunning()) {
            throw new IllegalStateException("cannot listen on " + host + ":" + port + ": it is taken, or not ours");
        }
    }

    public int port() {
        return server.port();
    }

    /** Only where it speaks HTTPS. */
    public int securePort() {
        return server.port(SECURE);
    }

    private void handle(ServerRequest request, ServerResponse response) {
        switch (react(request)) {
            case Reaction.Send(var answer) -> send(request, response, answer);
            case Reaction.SendLate(var answer, var delay) -> {
                pause(delay);
                send(request, response, answer);
            }
            case Reaction.SendFile file -> {
                pause(file.delay());
                send(request, response, file);
            }
            case Reaction.Drip(var answer, var perByte) -> drip(response, answer, perByte);
            case Reaction.Cut cut -> throw new CloseConnectionException("cut on purpose");
            case Reaction.Reset reset -> {
                connections.reset(request.remotePeer().address());
                throw new CloseConnectionException("reset on purpose");
            }
        }
    }

    private Reaction react(ServerRequest request) {
        try {
            return handler.handle(read(request));
        } catch (UnreadableCallException unreadable) {
            return new Reaction.Send(handler.unreadable(String.valueOf(unreadable.getMessage())));
        }
    }

    private static Call read(ServerRequest request) {
        var prologue = request.prologue();
        var headers = new HashMap<String, String>();
        request.headers()
                .forEach(header -> headers.putIfAbsent(header.headerName().lowerCase(), header.get()));
        var query = prologue.query().rawValue();
        return Intake.read(
                prologue.method().text(),
                (request.isSecure() ? "https://" : "http://") + request.authority(),
                prologue.uriPath().rawPath() + (query.isEmpty() ? "" : "?" + query),
                headers,
                body(request));
    }

    private static Body body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return Body.NONE;
        }
        try (var in = request.content().inputStream()) {
            return new Body(in.readAllBytes());
        } catch (IOException gone) {
            throw new CloseConnectionException("the call broke off", gone);
        }
    }

    private static void send(ServerRequest request, ServerResponse response, Answer answer) {
        head(response, answer);
        if (request.prologue().method().equals(Method.HEAD)) {
            // a body here would be read as the head of the next answer
            response.send();
        } else {
            response.send(answer.body().getBytes(UTF_8));
        }
    }

    private static void send(ServerRequest request, ServerResponse response, Reaction.SendFile file) {
        response.status(Status.create(file.status()));
        response.header("Content-Type", file.contentType());
        response.contentLength(file.head().length() + file.padding());
        if (request.prologue().method().equals(Method.HEAD)) {
            response.send();
            return;
        }
        try (var out = response.outputStream()) {
            out.write(file.head().bytes());
            var zeros = new byte[1 << 16];
            for (var left = file.padding(); left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } catch (IOException | UncheckedIOException gone) {
            throw new CloseConnectionException("nobody waited for the rest", gone);
        }
    }

    private void drip(ServerResponse response, Answer answer, Duration perByte) {
        var bytes = answer.body().getBytes(UTF_8);
        head(response, answer);
        response.contentLength(bytes.length);
        try (var out = response.outputStream()) {
            for (var b : bytes) {
                pause(perByte);
                out.write(b);
                out.flush();
            }
        } catch (IOException | UncheckedIOException gone) {
            throw new CloseConnectionException("nobody waited for the rest", gone);
        }
    }

    private static void head(ServerResponse response, Answer answer) {
        response.status(Status.create(answer.status()));
        answer.headers().forEach(response::header);
    }

    /** Closing the sandbox ends every pause. */
    private void pause(Duration time) {
        try {
            if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new CloseConnectionException("the sandbox is closing");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
        connections.close();
    }
}
