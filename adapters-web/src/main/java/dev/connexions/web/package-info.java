/** The service over HTTP, as {@code openapi.yaml} has it. */
@NullMarked
package dev.connexions.web;

import org.jspecify.annotations.NullMarked;
