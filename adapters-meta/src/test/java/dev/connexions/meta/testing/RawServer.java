package dev.connexions.meta.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Answers each path with the bytes that a test gives it, however wrong, and then hangs up. */
public final class RawServer implements AutoCloseable {

    /** Writes an answer, in its own time. */
    public interface Script {

        void play(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    public RawServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    public void on(String path, Script script) {
        scripts.put(path, script);
    }

    public void on(String path, int status, String body) {
        on(path, out -> out.write(answer(status, "application/json", body)));
    }

    public static byte[] answer(int status, String contentType, String body) {
        return ("HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                        + body.getBytes(UTF_8).length + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    /** The heads of all requests, as they came. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var head = readHead(socket.getInputStream());
            heads.add(head);
            var path = Pattern.compile("^[A-Z]+ ([^ ?]+)").matcher(head);
            var script = path.find() ? scripts.get(path.group(1)) : null;
            if (script != null) {
                script.play(socket.getOutputStream());
            }
        } catch (IOException gone) {
            // the client hung up first, as it should on some of these answers
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        var length = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)").matcher(head);
        if (length.find()) {
            head.append(new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1));
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
