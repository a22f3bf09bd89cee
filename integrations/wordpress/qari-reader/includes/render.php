<?php
/**
 * The element, as block and shortcode give it.
 *
 * @package QariReader
 */

namespace QariReader;

defined( 'ABSPATH' ) || exit;

/** The script's name in WordPress. */
const SCRIPT = 'qari-reader';

/**
 * `[qari src="…" theme="sepia"]`, `[qari id="123"]`, `[qari src="…"]<a href="…">…</a>[/qari]`.
 *
 * @param array|string $given   Attributes.
 * @param string|null  $content What is shown without script.
 */
function shortcode( $given, $content = null ) {
	$given = is_array( $given ) ? $given : array();
	return element( (int) ( $given['id'] ?? 0 ), (string) ( $given['src'] ?? '' ), (string) ( $given['link'] ?? '' ), $given, (string) $content );
}

/**
 * The element's HTML.
 *
 * @param int    $id      A post of this site, or 0.
 * @param string $src     Else the address of an article.
 * @param string $link    Where people read it; found out where that is not said.
 * @param array  $given   Attributes by their names; what is none is passed over.
 * @param string $content HTML to be shown instead of the link.
 */
function element( $id, $src, $link = '', $given = array(), $content = '' ) {
	$post   = $id ? public_post( $id ) : null;
	$source = $post ? address_of_post( $post ) : ( $id ? '' : safe_source( $src ) );
	if ( '' === $source ) {
		// A word to those who can mend it.
		$told = esc_html__( 'Qari: this block or shortcode needs the address of an article, or the number of a public post.', 'qari-reader' );
		return current_user_can( 'edit_posts' ) ? '<p>' . $told . '</p>' : '';
	}
	$fallback = '' === trim( $content ) ? link_of( $post, $source, $link ) : wp_kses_post( $content );
	$settings = settings();
	if ( '' === $settings['base'] || is_for_others() ) {
		return $fallback;
	}
	$attributes = array_merge( $settings['attributes'], known_attributes( $given ) );
	$html       = own_words_only( $source ) ? '' : prerendered( $source, $post, $attributes );
	if ( '' !== $html ) {
		return $html;
	}
	wp_enqueue_script( SCRIPT, $settings['base'] . 'qari.js', array(), null, false ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters -- its own server says how long it keeps.
	$written = ' data-src="' . attribute_value( $source ) . '"';
	foreach ( $attributes as $name => $value ) {
		$written .= ' data-' . $name . '="' . attribute_value( $value ) . '"';
	}
	// Reserved before any script runs.
	$height = $attributes['min-height'] ?? '100vh';
	$height = preg_match( '/^\d+(\.\d+)?(px|em|rem|vh|svh|lvh|dvh)$/', $height ) ? $height : '100vh';
	return '<qari-reader' . $written . ' style="display:block;min-height:' . $height . '">' . $fallback . '</qari-reader>';
}

/**
 * What is shown without script: the article's title, as a link to where people read it.
 *
 * @param \WP_Post|null $post   The post of this site that it is.
 * @param string        $source The article's address.
 * @param string        $link   As its author says.
 */
function link_of( $post, $source, $link ) {
	$href  = '' === $link ? ( $post ? get_permalink( $post ) : page_of( $source ) ) : $link;
	$title = $post ? get_the_title( $post ) : '';
	$title = '' === $title ? __( 'Read the article', 'qari-reader' ) : wp_strip_all_tags( $title );
	return '' === $href ? '' : '<a href="' . attribute_value( esc_url( $href ) ) . '">' . str_replace( '[', BRACKET, esc_html( $title ) ) . '</a>';
}

/** Whether this is read elsewhere than in a page of this site: in a feed, or as another's JSON, where no script of ours runs. */
function is_for_others() {
	return is_feed() || is_embed() || ( defined( 'REST_REQUEST' ) && REST_REQUEST ) || is_asking();
}

/**
 * What stands in the page itself is not prerendered.
 *
 * @param string $source A safe source.
 */
function own_words_only( $source ) {
	return 'page' === $source || '#' === $source[0];
}

/**
 * For an attribute in double quotes, in which WordPress finds no shortcode.
 *
 * @param string $value Plain text.
 */
function attribute_value( $value ) {
	return str_replace( '[', BRACKET, esc_attr( $value ) );
}

/**
 * The script may come when it likes.
 *
 * @param string $tag  Its HTML.
 * @param string $name Its name in WordPress.
 */
function load_async( $tag, $name ) {
	return SCRIPT === $name ? str_replace( '<script ', '<script async ', $tag ) : $tag;
}

/**
 * WordPress sets no quotation marks in a prerendered article: they would be others than the reader's.
 *
 * @param string[] $tags Elements that it leaves as they are.
 */
function keep_templates( $tags ) {
	$tags[] = 'template';
	return $tags;
}
