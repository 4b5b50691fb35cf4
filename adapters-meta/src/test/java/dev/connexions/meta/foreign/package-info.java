/**
 * The sandbox as clients find it that nobody here wrote: RestFB and Meta's own SDK for Java. What they read into types of
 * their own is what Meta answers.
 */
@NullMarked
package dev.connexions.meta.foreign;

import org.jspecify.annotations.NullMarked;
