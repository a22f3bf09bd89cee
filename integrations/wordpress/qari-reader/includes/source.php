<?php
/**
 * Where an article's JSON is, and where people read it.
 *
 * @package QariReader
 */

namespace QariReader;

use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * A post of this site that everybody may read, and that WordPress gives as JSON.
 *
 * @param int $id Of the post.
 */
function public_post( $id ) {
	$post      = $id > 0 ? get_post( $id ) : null;
	$is_public = $post && 'publish' === $post->post_status && '' === $post->post_password
		&& is_post_type_viewable( $post->post_type ) && '' !== rest_get_route_for_post( $post );
	return $is_public ? $post : null;
}

/**
 * The address of a post's JSON.
 *
 * @param \WP_Post $post A public one.
 */
function address_of_post( $post ) {
	return add_query_arg( '_embed', '1', rest_url( rest_get_route_for_post( $post ) ) );
}

/**
 * The JSON of a post as everybody sees it, without a request to this site; empty where WordPress refuses it.
 *
 * @param \WP_Post $post A public one.
 */
function json_of_post( $post ) {
	$person = get_current_user_id();
	wp_set_current_user( 0 );
	is_asking( true );
	try {
		$answer = rest_do_request( new WP_REST_Request( 'GET', rest_get_route_for_post( $post ) ) );
		$data   = $answer->is_error() ? null : rest_get_server()->response_to_data( $answer, true );
	} finally {
		is_asking( false );
		wp_set_current_user( $person );
	}
	return null === $data ? '' : (string) wp_json_encode( $data );
}

/**
 * What may be read: an http(s) address, a path of this site, or what stands in the page. Empty for anything else.
 *
 * @param string $given As written.
 */
function safe_source( $given ) {
	$given = trim( $given );
	if ( 'page' === $given || preg_match( '/^#[\w-]+$/', $given ) ) {
		return $given;
	}
	return preg_match( '#^(https?://[^/\s]|/(?!/))#i', $given ) ? esc_url_raw( $given, array( 'http', 'https' ) ) : '';
}

/**
 * Where people read what has this address as JSON: WordPress's post has a page, of others the address itself is all that is known.
 *
 * @param string $source A safe source.
 */
function page_of( $source ) {
	if ( preg_match( '#^(https?://.+?)/(?:index\.php/)?wp-json/wp/v2/(posts|pages)/(\d+)\b#', $source, $found ) ) {
		return $found[1] . '/?' . ( 'pages' === $found[2] ? 'page_id' : 'p' ) . '=' . $found[3];
	}
	return preg_match( '#^(https?:/)?/#', $source ) ? $source : '';
}

/**
 * Whether a post is being made into JSON within a page: it may hold a reader of itself.
 *
 * @param bool|null $now Begins or ends it.
 */
function is_asking( $now = null ) {
	static $is_asking = false;
	$is_asking = null === $now ? $is_asking : $now;
	return $is_asking;
}
