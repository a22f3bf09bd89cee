<?php
/**
 * Settings → Qari.
 *
 * @package QariReader
 */

namespace QariReader;

defined( 'ABSPATH' ) || exit;

/** Adds the page, for those who may manage the site. */
function add_settings_page() {
	add_options_page( __( 'Qari Reader', 'qari-reader' ), __( 'Qari Reader', 'qari-reader' ), 'manage_options', 'qari-reader', __NAMESPACE__ . '\\settings_page' );
}

/**
 * Adds a way to it from the list of plugins.
 *
 * @param string[] $links HTML.
 */
function add_settings_link( $links ) {
	$address = admin_url( 'options-general.php?page=qari-reader' );
	array_unshift( $links, '<a href="' . esc_url( $address ) . '">' . esc_html__( 'Settings', 'qari-reader' ) . '</a>' );
	return $links;
}

/** The page. WordPress itself checks who sends the form, and that it came from here (settings_fields). */
function settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = settings();
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Qari Reader', 'qari-reader' ); ?></h1>
		<form action="options.php" method="post">
			<?php settings_fields( OPTION ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="qari-base"><?php esc_html_e( 'Folder of qari.js', 'qari-reader' ); ?></label></th>
					<td>
						<input class="regular-text code" dir="ltr" id="qari-base" name="<?php echo esc_attr( OPTION ); ?>[base]" value="<?php echo esc_attr( $settings['base'] ); ?>" placeholder="https://cdn.example/v0/">
						<p class="description"><?php esc_html_e( 'Where the files of Qari are. As long as it is empty, pages show the article\'s link alone.', 'qari-reader' ); ?></p>
					</td>
				</tr>
				<?php if ( may_set_command() ) : ?>
				<tr>
					<th scope="row"><label for="qari-prerender"><?php esc_html_e( 'Command qari-prerender', 'qari-reader' ); ?></label></th>
					<td>
						<input class="regular-text code" dir="ltr" id="qari-prerender" name="<?php echo esc_attr( OPTION ); ?>[prerender]" value="<?php echo esc_attr( $settings['prerender'] ); ?>" placeholder="/usr/local/bin/qari-prerender">
						<p class="description"><?php esc_html_e( 'Its path on this server, if it is there: articles then stand in the page itself, also for readers without script and for search engines.', 'qari-reader' ); ?></p>
					</td>
				</tr>
				<?php endif; ?>
			</table>
			<h2><?php esc_html_e( 'How articles are shown', 'qari-reader' ); ?></h2>
			<p><?php esc_html_e( 'Where a block or a shortcode says nothing else. Empty: as Qari has it.', 'qari-reader' ); ?></p>
			<table class="form-table" role="presentation">
				<?php
				foreach ( attributes() as $name => $attribute ) {
					settings_field( $name, $attribute, $settings['attributes'][ $name ] ?? '' );
				}
				?>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}

/**
 * The row of one attribute.
 *
 * @param string $name      Of the attribute.
 * @param array  $attribute Its label, and its values where there are few.
 * @param string $value     Its value now.
 */
function settings_field( $name, $attribute, $value ) {
	$id    = 'qari-' . $name;
	$field = OPTION . '[attributes][' . $name . ']';
	?>
	<tr>
		<th scope="row"><label for="<?php echo esc_attr( $id ); ?>"><?php echo esc_html( $attribute['label'] ); ?></label></th>
		<td>
			<?php if ( isset( $attribute['values'] ) ) : ?>
				<select id="<?php echo esc_attr( $id ); ?>" name="<?php echo esc_attr( $field ); ?>" dir="ltr">
					<option value="">–</option>
					<?php foreach ( $attribute['values'] as $one ) : ?>
						<option <?php selected( $value, $one ); ?>><?php echo esc_html( $one ); ?></option>
					<?php endforeach; ?>
				</select>
			<?php else : ?>
				<input class="regular-text code" dir="auto" id="<?php echo esc_attr( $id ); ?>" name="<?php echo esc_attr( $field ); ?>" value="<?php echo esc_attr( $value ); ?>">
			<?php endif; ?>
			<code>data-<?php echo esc_html( $name ); ?></code>
		</td>
	</tr>
	<?php
}
