package dev.connexions.meta.sandbox.http;

import io.helidon.common.socket.SocketOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open connections, by who is at the other end. The server hands no socket to its handlers, but lets its socket
 * options be applied by us, to every socket it accepts: that is where we meet them. Breaking one needs it.
 */
final class Connections implements SocketOptions, AutoCloseable {

    private final SocketOptions options = SocketOptions.builder()
            .tcpNoDelay(true)
            .readTimeout(Duration.ofSeconds(30))
            .build();
    private final Map<SocketAddress, SocketChannel> open = new ConcurrentHashMap<>();

    @Override
    public void configureSocket(SocketChannel socket) {
        options.configureSocket(socket);
        open.values().removeIf(known -> !known.isOpen());
        try {
            open.put(socket.getRemoteAddress(), socket);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Without lingering, closing sends a reset instead of an end. */
    void reset(SocketAddress peer) {
        var socket = open.remove(peer);
        if (socket != null) {
            try (socket) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    /** The server forgets on its way out what it accepted last: nobody may wait on that. */
    @Override
    public void close() {
        for (var socket : open.values()) {
            try {
                socket.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return options.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return options.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return options.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return options.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return options.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return options.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return options.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return options.tcpNoDelay();
    }
}
