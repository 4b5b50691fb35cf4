package dev.connexions.domain.publication;

/** How a video comes to Meta. */
public sealed interface VideoSource {

    /** Meta fetches it. */
    record Fetched(MediaUrl url) implements VideoSource {}

    /** It is sent, in one go or in several, once its container exists. Facebook Login only. */
    record Uploaded() implements VideoSource {}
}
