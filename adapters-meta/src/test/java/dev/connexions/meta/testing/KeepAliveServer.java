package dev.connexions.meta.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/** Answers requests without bodies on connections that it leaves open, and counts those. */
public final class KeepAliveServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Function<String, byte[]> answers;
    private int open;
    private int opened;

    /** @param answers from a request's head to all bytes of its answer */
    public KeepAliveServer(Function<String, byte[]> answers) {
        this.answers = answers;
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How many connections there ever were. */
    public synchronized int opened() {
        return opened;
    }

    /** Whether the last connection is closed within that time. */
    public synchronized boolean awaitNoConnection(Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (open > 0) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                count(1);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var head = head(in); !head.isEmpty(); head = head(in)) {
                socket.getOutputStream().write(answers.apply(head));
            }
        } catch (IOException gone) {
            // however it ended, it did
        } finally {
            count(-1);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private synchronized void count(int change) {
        open += change;
        opened += Math.max(0, change);
        notifyAll();
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
