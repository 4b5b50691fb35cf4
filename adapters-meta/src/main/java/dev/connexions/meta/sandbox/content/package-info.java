/** What the Graph hosts answer about media, comments, publishing, insights and webhooks. */
@NullMarked
package dev.connexions.meta.sandbox.content;

import org.jspecify.annotations.NullMarked;
