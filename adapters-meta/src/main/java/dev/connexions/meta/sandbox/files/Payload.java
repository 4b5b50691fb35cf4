package dev.connexions.meta.sandbox.files;

import dev.connexions.meta.sandbox.http.Body;

/** What is sent: some bytes, and then so many zeros. */
public record Payload(String contentType, Body head, long padding) {

    public long size() {
        return head.length() + padding;
    }
}
